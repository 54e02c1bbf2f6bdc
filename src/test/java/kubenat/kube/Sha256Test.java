package kubenat.kube;

import static org.assertj.core.api.Assertions.assertThat;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Random;
import org.junit.jupiter.api.Test;

class Sha256Test {
    /** All lengths around the ends of the first blocks among them. */
    @Test
    void isThatOfJava() throws NoSuchAlgorithmException {
        Random random = new Random(256);
        MessageDigest java = MessageDigest.getInstance("SHA-256");
        for (int length = 0; length < 300; length++) {
            byte[] bytes = new byte[length];
            random.nextBytes(bytes);

            assertThat(Sha256.of(bytes)).as("%d bytes", length).isEqualTo(java.digest(bytes));
        }
    }
}
