package nines.experiment;

/** Runs replications of the structure, one after the other, on one thread. */
@FunctionalInterface
interface Worker extends InOrder.Work<Row> {}
