package nines.format;

import nines.model.Written;

/**
 * A path of a scenario set to another value: {@code web.instances} to {@code 4}.
 *
 * @param value nothing removes what stands there
 * @param by who wants it, for messages: {@code --set}, {@code sweep}
 */
public record Change(String path, Written value, String by) {

    /** Reads {@code path=value}; the value is written as in a file. */
    public static Change parse(String text) {
        int equals = text.indexOf('=');
        if (equals < 1) {
            throw new IllegalArgumentException(
                    "a change is written path=value: `" + text + "`. Write for example `web.instances=4`.");
        }
        String path = text.substring(0, equals).strip();
        String by = "--set " + text;
        try {
            Problems problems = new Problems(by);
            Node node = YamlTree.read(text.substring(equals + 1), problems);
            return new Change(path, Writing.of(node), by);
        } catch (Unreadable e) {
            throw new IllegalArgumentException("the value of `" + text + "` cannot be read: " + e.rule(), e);
        }
    }
}
