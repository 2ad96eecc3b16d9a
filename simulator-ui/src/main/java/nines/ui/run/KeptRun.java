package nines.ui.run;

/**
 * A run that is over and is kept, with the very document it was of.
 *
 * @param number counted from 1 in this window
 * @param name as the user calls it
 * @param subject the scenario's name
 * @param ran what came of it
 * @param identity equal for runs of equal documents asked the same
 * @param text of the document
 * @param command the line that gives the same result without a window
 */
public record KeptRun(int number, String name, String subject, Ran ran, String identity, String text, String command) {
    KeptRun called(String other) {
        return new KeptRun(number, other, subject, ran, identity, text, command);
    }
}
