package kubenat.parse.form;

/** {@code -m time} (libxt_time 1.8.9): times have seconds; the last moment it can hold is printed where no end is given. */
final class TimeForm {
    private static final String LAST = "2038-01-19T03:14:07";

    static final Form FORM = Form.values(TimeForm::seconds, "--timestart", "--timestop")
            .with(Form.option("--datestop", false, LAST))
            .inOrder("--timestart", "--timestop", "--monthdays", "--weekdays", "--datestart", "--datestop");

    private TimeForm() {}

    private static String seconds(String text) {
        return text.matches("\\d\\d:\\d\\d") ? text + ":00" : text;
    }
}
