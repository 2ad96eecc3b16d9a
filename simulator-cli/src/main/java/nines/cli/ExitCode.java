package nines.cli;

/** The numbers a run of the program ends with; pipelines and scripts rely on them. */
final class ExitCode {
    static final int FINE = 0;
    /** A promise of the scenario was not kept: a gate for pipelines. */
    static final int TARGET_MISSED = 1;
    /** The command line makes no sense. */
    static final int USAGE = 2;
    /** The scenario has mistakes. */
    static final int BAD_SCENARIO = 65;
    /** There is no such file or bundled scenario. */
    static final int NO_INPUT = 66;
    /** Theory has no answer to any of the questions. */
    static final int NO_ANSWER = 69;
    /** A mistake of the program itself. */
    static final int INTERNAL = 70;
    /** Reading or writing failed. */
    static final int INPUT_OUTPUT = 74;
    /** The time was up before there was anything to tell; with more of it there would be. */
    static final int OUT_OF_TIME = 75;
    /** Stopped by Ctrl-C; what was there has been shown. */
    static final int INTERRUPTED = 130;

    private ExitCode() {}
}
