package nines.format;

/**
 * The block or value being read.
 *
 * @param path as changes write it: {@code web.fails.crash}
 * @param what in words: "component web"
 * @param block the part it plays in the rules of silence
 */
record Where(String path, String what, Silences.Block block) {

    Where key(String key) {
        return new Where(path(key), "`" + key + "`", block);
    }

    String path(String key) {
        return path.isEmpty() ? key : path + "." + key;
    }

    Where as(String words, Silences.Block part) {
        return new Where(path, words, part);
    }
}
