package nines.format;

/**
 * One thing that is wrong, or worth knowing, about a scenario file.
 *
 * @param code stable: what {@code nines explain} takes
 * @param file as the user named it
 * @param line counted from 1; 0 if it concerns no line
 * @param column counted from 1
 * @param path of the value, such as {@code db.failover.success}; empty if there is none
 * @param message what was found, the rule, the likely intention
 * @param by who wrote the value, if not the file: {@code --set web.instances=0}; empty if the file did
 */
public record Problem(
        Code code, Severity severity, String file, int line, int column, String path, String message, String by) {

    /** One line as compilers write it: {@code shop.yaml:14:5  N101 unknown key …}. */
    public String text() {
        String where = line == 0 ? file + ":" : file + ":" + line + ":" + column;
        return where + "  " + code.name() + " " + message + (by.isEmpty() ? "" : " (in " + by + ")");
    }
}
