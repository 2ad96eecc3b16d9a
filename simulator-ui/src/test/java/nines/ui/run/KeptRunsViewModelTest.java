package nines.ui.run;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.concurrent.atomic.AtomicInteger;
import javafx.collections.ListChangeListener;
import nines.ui.Examples;
import org.junit.jupiter.api.Test;

class KeptRunsViewModelTest {
    private final KeptRunsViewModel model = new KeptRunsViewModel();

    private KeptRun keep(String about) {
        return model.keep(about, "Shop", Ran.of(Examples.result()), about, "text", "nines run shop");
    }

    @Test
    void theLastRunIsShownAndCanBeCalledByAnotherName() {
        keep("as written");
        KeptRun second = keep("large");
        assertThat(model.runs()).extracting(KeptRun::name).containsExactly("2 · large", "1 · as written");
        assertThat(model.shownProperty().get()).isEqualTo(second);
        model.rename(2, "  with more servers ");
        assertThat(model.shownProperty().get().name()).isEqualTo("with more servers");
        model.rename(2, " ");
        assertThat(model.runs().get(0).name()).isEqualTo("with more servers");
        assertThat(KeptRunsView.answer(second)).isEqualTo("4.05 nines");
    }

    @Test
    void runsAreComparedInTheOrderInWhichTheyWerePicked() {
        keep("one");
        keep("two");
        keep("three");
        model.compare(3, true);
        model.compare(1, true);
        assertThat(model.chosen()).extracting(KeptRun::number).containsExactly(3, 1);
        model.compare(3, false);
        model.compare(99, true);
        assertThat(model.chosen()).extracting(KeptRun::number).containsExactly(1);
        model.drop(1);
        assertThat(model.chosen()).isEmpty();
        assertThat(model.runs()).hasSize(2);
    }

    /** Lists that only show others hear of changes as long as somebody holds them: the model does. */
    @Test
    void whoListensHearsOfItAfterMemoryWasCleared() {
        var heard = new AtomicInteger();
        model.compared().addListener((ListChangeListener<Integer>) change -> heard.incrementAndGet());
        model.runs().addListener((ListChangeListener<KeptRun>) change -> heard.incrementAndGet());
        System.gc();
        keep("one");
        model.compare(1, true);
        assertThat(heard.get()).isGreaterThanOrEqualTo(2);
    }

    @Test
    void ofTooManyTheOldestIsDropped() {
        for (int i = 0; i < 25; i++) {
            keep("run");
        }
        assertThat(model.runs())
                .hasSize(20)
                .extracting(KeptRun::number)
                .contains(25, 6)
                .doesNotContain(5);
    }

    @Test
    void aRunThatIsShownAndDroppedIsShownNoLonger() {
        keep("one");
        keep("two");
        model.drop(2);
        assertThat(model.shownProperty().get()).isNull();
        model.show(1);
        assertThat(model.shownProperty().get().number()).isEqualTo(1);
    }
}
