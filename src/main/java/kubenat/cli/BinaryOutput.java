package kubenat.cli;

import java.io.IOException;
import java.io.OutputStream;

/** Writes what is not text. */
interface BinaryOutput {
    void to(OutputStream out) throws IOException;
}
