package nines.blueprint;

import nines.balancing.Balancing;
import org.jspecify.annotations.Nullable;

/**
 * Alike stations of which each call meets one.
 *
 * @param name of the component
 * @param stream name of its random streams
 * @param stations indexes
 * @param balancing how one is picked
 * @param watches by which each sender of the relay in front trusts the stations; empty: everybody sees the truth at
 *     once
 * @param senders how many senders there are in front, at least 1
 * @param panicBelow share of trusted stations below which all are trusted, in [0, 1]
 * @param slowStart seconds over which a station that is trusted again comes to its full share, or 0
 * @param sticky seconds for which a user of a closed loop stays with its station, or 0
 * @param ejection when senders stop sending to a station that answers badly, or null
 * @param works node that must be true for anything to be served, or -1
 * @param takeover index of the take-over whose holders alone serve, or -1
 * @param posts how many posts it has
 * @param scaling what adds and takes away stations, or null
 * @param hands index of the call that works off what was handed to it, once the caller has been told that it is stored, or
 *     -1
 * @param store index of the station that keeps it until then, or -1
 */
public record Pool(
        String name,
        String stream,
        int[] stations,
        Balancing balancing,
        int[] watches,
        int senders,
        double panicBelow,
        double slowStart,
        double sticky,
        @Nullable Ejection ejection,
        int works,
        int takeover,
        int posts,
        @Nullable Scaling scaling,
        int hands,
        int store) {}
