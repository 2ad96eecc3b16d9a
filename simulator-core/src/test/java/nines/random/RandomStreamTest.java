package nines.random;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import org.apache.commons.rng.simple.RandomSource;
import org.junit.jupiter.api.Test;

class RandomStreamTest {

    @Test
    void splitMixGivesThePublishedNumbers() {
        long[] expected = {
            6457827717110365317L,
            3203168211198807973L,
            Long.parseUnsignedLong("9817491932198370423"),
            4593380528125082431L,
            Long.parseUnsignedLong("16408922859458223821")
        };
        long[] actual = new long[expected.length];
        Arrays.setAll(actual, i -> SplitMix.output(1234567, i + 1));

        assertThat(actual).isEqualTo(expected);
    }

    @Test
    void splitMixAgreesWithCommonsRng() {
        var reference = RandomSource.SPLIT_MIX_64.create(-42L);
        for (int i = 1; i <= 1000; i++) {
            assertThat(SplitMix.output(-42, i)).isEqualTo(reference.nextLong());
        }
    }

    @Test
    void xoshiroGivesThePublishedNumbers() {
        var random = new RandomStream(1, 2, 3, 4);
        long[] expected = {
            41943041L,
            58720359L,
            3588806011781223L,
            3591011842654386L,
            Long.parseUnsignedLong("9228616714210784205"),
            Long.parseUnsignedLong("9973669472204895162"),
            Long.parseUnsignedLong("14011001112246962877"),
            Long.parseUnsignedLong("12406186145184390807"),
            Long.parseUnsignedLong("15849039046786891736"),
            Long.parseUnsignedLong("10450023813501588000")
        };
        long[] actual = new long[expected.length];
        Arrays.setAll(actual, i -> random.nextLong());

        assertThat(actual).isEqualTo(expected);
    }

    @Test
    void xoshiroAgreesWithCommonsRng() {
        long[] state = {SplitMix.output(5, 1), SplitMix.output(5, 2), SplitMix.output(5, 3), SplitMix.output(5, 4)};
        var reference = RandomSource.XO_SHI_RO_256_PP.create(state);
        var random = new RandomStream(5);
        for (int i = 0; i < 10_000; i++) {
            assertThat(random.nextLong()).isEqualTo(reference.nextLong());
        }
    }

    @Test
    void reseedingGoesToTheStartOfTheStream() {
        var random = new RandomStream(1);
        random.nextGaussian();
        random.reseed(77);
        var fresh = new RandomStream(77);

        for (int i = 0; i < 100; i++) {
            assertThat(random.nextLong()).isEqualTo(fresh.nextLong());
        }
    }

    @Test
    void aHazardIsTheInverseOfOneUniform() {
        var random = new RandomStream(3);
        var uniforms = new RandomStream(3);
        for (int i = 0; i < 100_000; i++) {
            double u = uniforms.nextDouble();
            double hazard = random.nextHazard();
            assertThat(-StrictMath.expm1(-hazard)).isCloseTo(u, within(1e-15));
        }
    }

    @Test
    void theSmallestHazardIsZeroAndTheLargestIsFinite() {
        // rotl(s0 + s3, 23) + s0 = 0 and all ones.
        assertThat(Double.doubleToRawLongBits(new RandomStream(0, 1, 1, 0).nextHazard()))
                .isZero();
        assertThat(new RandomStream(-1, 1, 1, 1).nextHazard()).isEqualTo(53 * StrictMath.log(2), within(1e-14));
    }

    @Test
    void anIntegerNeedsABound() {
        var random = new RandomStream(1);
        assertThatThrownBy(() -> random.nextInt(0)).hasMessage("bound must be at least 1: 0");
        assertThat(random.nextInt(1)).isZero();
    }

    @Test
    void theLayersOfTheZigguratsAreOfEqualArea() {
        for (var tables : new Ziggurat[] {Ziggurat.EXPONENTIAL, Ziggurat.GAUSSIAN}) {
            double area = tables.edge[1] * (tables.density[2] - tables.density[1]);
            for (int i = 2; i < Ziggurat.LAYERS; i++) {
                assertThat(tables.edge[i] * (tables.density[i + 1] - tables.density[i]))
                        .isCloseTo(area, within(1e-14));
            }
            assertThat(tables.edge[0] * tables.density[1]).isCloseTo(area, within(1e-14));
            assertThat(tables.density[Ziggurat.LAYERS]).isEqualTo(1);
        }
    }

    /** Every method's bits, the same on every JVM and CPU. A change here breaks all reproducibility. */
    @Test
    void theBitsNeverChange() {
        var random = new RandomStream(StreamKey.of(StreamKey.of("db-1", "repair"), 42, 7));
        long hash = 0;
        for (int i = 0; i < 1_000_000; i++) {
            hash = 31 * hash + random.nextLong();
            hash = 31 * hash + Double.doubleToRawLongBits(random.nextDouble());
            hash = 31 * hash + Double.doubleToRawLongBits(random.nextHazard());
            hash = 31 * hash + Double.doubleToRawLongBits(random.nextExponential());
            hash = 31 * hash + Double.doubleToRawLongBits(random.nextGaussian());
            hash = 31 * hash + random.nextInt(1 + i);
            hash = 31 * hash + Double.doubleToRawLongBits(StreamKey.uniform(1, 2, 3, i, 5));
        }
        assertThat(hash).isEqualTo(8798441000349603803L);
    }
}
