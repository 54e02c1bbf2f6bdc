package kubenat.parse.form;

import java.util.regex.Pattern;
import kubenat.model.syntax.Numbers;

/** {@code -m u32} (libxt_u32 1.8.9): every number is hexadecimal. */
final class BitsForm {
    private static final Pattern NUMBER = Pattern.compile("0[xX][0-9a-fA-F]+|\\d+");

    static final Form FORM =
            Form.values(text -> NUMBER.matcher(text).replaceAll(number -> hex(number.group())), "--u32");

    private BitsForm() {}

    private static String hex(String number) {
        return Numbers.bits(number).isPresent()
                ? "0x" + Integer.toHexString(Numbers.bits(number).getAsInt())
                : number;
    }
}
