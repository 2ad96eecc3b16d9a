package nines.result;

/**
 * How much downtime windows have collected some time after their beginning. Percentiles are over windows.
 *
 * @param at seconds after the beginning of the window
 * @param p05 downtime until then that one window of twenty stays below, in seconds
 * @param p25 that one of four stays below
 * @param median that half of them stay below
 * @param p75 that three of four stay below
 * @param p95 that all but one of twenty stay below
 */
public record BudgetPoint(double at, double p05, double p25, double median, double p75, double p95) {}
