package nines.cli;

/** What a command does once its options are read. */
interface Action {
    /** Does it and returns the exit code. */
    int call();
}
