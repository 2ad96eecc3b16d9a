package nines.ui.control;

/**
 * One bar of a histogram.
 *
 * @param label of its lower edge
 * @param share of the cases in it, 0 … 1
 * @param words the whole of it, for a tooltip
 */
public record Bar(String label, double share, String words) {}
