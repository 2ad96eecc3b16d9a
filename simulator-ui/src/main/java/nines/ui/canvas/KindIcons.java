package nines.ui.canvas;

import java.util.Map;
import org.kordamp.ikonli.Ikon;
import org.kordamp.ikonli.materialdesign2.MaterialDesignA;
import org.kordamp.ikonli.materialdesign2.MaterialDesignB;
import org.kordamp.ikonli.materialdesign2.MaterialDesignC;
import org.kordamp.ikonli.materialdesign2.MaterialDesignD;
import org.kordamp.ikonli.materialdesign2.MaterialDesignE;
import org.kordamp.ikonli.materialdesign2.MaterialDesignF;
import org.kordamp.ikonli.materialdesign2.MaterialDesignH;
import org.kordamp.ikonli.materialdesign2.MaterialDesignK;
import org.kordamp.ikonli.materialdesign2.MaterialDesignL;
import org.kordamp.ikonli.materialdesign2.MaterialDesignM;
import org.kordamp.ikonli.materialdesign2.MaterialDesignO;
import org.kordamp.ikonli.materialdesign2.MaterialDesignP;
import org.kordamp.ikonli.materialdesign2.MaterialDesignS;
import org.kordamp.ikonli.materialdesign2.MaterialDesignT;
import org.kordamp.ikonli.materialdesign2.MaterialDesignV;
import org.kordamp.ikonli.materialdesign2.MaterialDesignW;

/** The picture of each kind of component, and of the usual kinds of places. */
public final class KindIcons {
    private static final Map<String, Ikon> COMPONENTS = Map.ofEntries(
            Map.entry("automaton", MaterialDesignS.STATE_MACHINE),
            Map.entry("backup", MaterialDesignB.BACKUP_RESTORE),
            Map.entry("balancer", MaterialDesignS.SCALE_BALANCE),
            Map.entry("battery", MaterialDesignB.BATTERY_HIGH),
            Map.entry("cache", MaterialDesignC.CACHED),
            Map.entry("cdn", MaterialDesignC.CLOUD_OUTLINE),
            Map.entry("consensus", MaterialDesignV.VOTE_OUTLINE),
            Map.entry("cooling", MaterialDesignF.FAN),
            Map.entry("database", MaterialDesignD.DATABASE),
            Map.entry("ddos-filter", MaterialDesignS.SHIELD_OUTLINE),
            Map.entry("dns", MaterialDesignD.DNS_OUTLINE),
            Map.entry("firewall", MaterialDesignW.WALL_FIRE),
            Map.entry("generator", MaterialDesignE.ENGINE_OUTLINE),
            Map.entry("identity", MaterialDesignA.ACCOUNT_KEY_OUTLINE),
            Map.entry("link", MaterialDesignL.LAN),
            Map.entry("monitor", MaterialDesignM.MONITOR_EYE),
            Map.entry("orchestrator", MaterialDesignK.KUBERNETES),
            Map.entry("pdu", MaterialDesignP.POWER_SOCKET),
            Map.entry("queue", MaterialDesignT.TRAY_FULL),
            Map.entry("raid", MaterialDesignH.HARDDISK_PLUS),
            Map.entry("server", MaterialDesignS.SERVER),
            Map.entry("storage", MaterialDesignH.HARDDISK),
            Map.entry("ups", MaterialDesignP.POWER_PLUG_BATTERY_OUTLINE),
            Map.entry("utility", MaterialDesignT.TRANSMISSION_TOWER));

    private static final Map<String, Ikon> PLACES = Map.of(
            "region", MaterialDesignE.EARTH,
            "zone", MaterialDesignL.LAYERS_OUTLINE,
            "building", MaterialDesignO.OFFICE_BUILDING_OUTLINE,
            "room", MaterialDesignD.DOOR,
            "rack", MaterialDesignS.SERVER_NETWORK,
            "host", MaterialDesignS.SERVER);

    private KindIcons() {}

    /** The picture of a kind of component; an unknown kind is drawn as a box in general. */
    public static Ikon ofComponent(String kind) {
        return COMPONENTS.getOrDefault(kind, MaterialDesignC.CUBE_OUTLINE);
    }

    static boolean hasComponent(String kind) {
        return COMPONENTS.containsKey(kind);
    }

    static Ikon ofPlace(String kind) {
        return PLACES.getOrDefault(kind, MaterialDesignM.MAP_MARKER_OUTLINE);
    }
}
