package nines.traffic;

import nines.kernel.EventCalendar;
import nines.structure.Stepper;

/** When a replication is measured: from the end of the warm-up to its end, and how many requests are under way in each part. */
final class Measuring {
    private final Flow flow;
    private final EventCalendar calendar;
    private final Stepper structure;
    private double end;
    private double partLength;
    private int part;
    private double partStartArea;

    Measuring(Flow flow, Stepper structure) {
        this.flow = flow;
        this.structure = structure;
        calendar = flow.calendar;
    }

    /** Gets ready for a replication that has just begun. */
    void begin(double discard, double horizon) {
        end = discard + horizon;
        Timeline line = flow.journal.beginTimeline(end);
        if (discard > 0) {
            calendar.schedule(discard, Happening.MEASURE);
        } else {
            start();
        }
        part = 0;
        partStartArea = 0;
        int parts = flow.journal.series.length;
        if (parts > 0) {
            partLength = end / parts;
            calendar.schedule(partLength, Happening.PART);
        }
        calendar.schedule(end, Happening.END);
        if (line != null) {
            calendar.schedule(line.presentEnds(), Happening.INTERVAL);
        }
    }

    /** The warm-up is over. */
    void start() {
        Timeline line = flow.journal.timeline();
        if (line != null) {
            line.look(flow.journal, flow.stations, calendar.time());
            line.journalBeganAnew();
        }
        flow.changes.journalBeginsAnew();
        flow.journal.clear();
        flow.stations.startMeasuring(flow.journal, calendar.time());
        flow.clients.startMeasuring(flow.journal, calendar.time());
    }

    /** The replication is over. */
    void finish(double measured, long events) {
        double now = calendar.time();
        Journal journal = flow.journal;
        Timeline line = journal.timeline();
        if (line != null) {
            line.look(journal, flow.stations, now);
            line.giveBack(journal);
        }
        flow.stations.finish(journal, now);
        flow.clients.finish(journal, now);
        journal.time = measured;
        journal.events = events + structure.events() - (line == null ? 0 : line.looks());
        if (part < journal.series.length) {
            notePart(now);
        }
    }

    /** A part of the replication is over. */
    void partEnds() {
        notePart(calendar.time());
        int parts = flow.journal.series.length;
        if (part < parts) {
            double next = end * (part + 1) / parts;
            calendar.schedule(Math.min(next, end), Happening.PART);
        }
    }

    /** An interval of the time series is over. */
    void intervalEnds() {
        Timeline line = flow.journal.timeline();
        if (line != null && line.hasNext()) {
            line.look(flow.journal, flow.stations, calendar.time());
            line.next();
            calendar.schedule(line.presentEnds(), Happening.INTERVAL);
        }
    }

    private void notePart(double now) {
        double area = flow.clients.areaUntil(now);
        flow.journal.series[part++] = (area - partStartArea) / partLength;
        partStartArea = area;
    }
}
