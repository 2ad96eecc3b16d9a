package nines.structure;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

/** States that are put by come back as they were, in their order. */
class MemoryTest {
    private final int[] ints = new int[40];
    private final int[] none = new int[0];
    private final double[] doubles = new double[300];
    private final boolean[] booleans = new boolean[70];
    private final byte[] bytes = new byte[9];
    private final SplittableRandom random = new SplittableRandom(11);

    private void change() {
        for (int i = 0; i < 5; i++) {
            ints[random.nextInt(ints.length)] = random.nextInt() >> random.nextInt(32);
            doubles[random.nextInt(doubles.length)] = random.nextInt(400) / 7.0;
            booleans[random.nextInt(booleans.length)] ^= true;
            bytes[random.nextInt(bytes.length)] = (byte) random.nextInt();
        }
        doubles[3] = Double.POSITIVE_INFINITY;
        doubles[4] = -0.0;
    }

    private String present() {
        return Arrays.toString(ints) + Arrays.toString(doubles) + Arrays.toString(booleans) + Arrays.toString(bytes);
    }

    @Test
    void statesComeBackAsTheyWere() {
        Memory memory = new Memory();
        memory.of(ints, none);
        memory.of(doubles);
        memory.of(booleans);
        memory.of(bytes);
        change();
        memory.begin();
        PutBy waiting = new PutBy();
        String[] was = new String[20_000];
        for (int state = 0; state < was.length; state++) {
            change();
            was[state] = present();
            int length = memory.write();
            waiting.add(memory.written(), length);
        }
        assertThat(waiting.count()).isEqualTo(was.length);
        assertThat(waiting.bytes()).as("several chunks").isGreaterThan(3L << 20);
        for (String state : was) {
            int at = waiting.take();
            memory.load(waiting.chunk(), at);
            assertThat(present().equals(state)).isTrue();
            change();
            memory.restore();
            assertThat(present().equals(state)).isTrue();
        }
        assertThat(waiting.isEmpty()).isTrue();
        assertThat(waiting.bytes()).isZero();
    }
}
