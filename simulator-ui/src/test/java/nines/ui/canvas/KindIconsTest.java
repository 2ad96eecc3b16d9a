package nines.ui.canvas;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import nines.model.Component;
import nines.model.Kind;
import org.junit.jupiter.api.Test;

class KindIconsTest {
    @Test
    void everyKindOfComponentHasAPictureOfItsOwn() {
        var kinds = Arrays.stream(Component.class.getPermittedSubclasses())
                .map(type -> type.getAnnotation(Kind.class).name())
                .toList();
        assertThat(kinds).hasSizeGreaterThan(20).allMatch(KindIcons::hasComponent);
        assertThat(kinds.stream().map(KindIcons::ofComponent)).doesNotHaveDuplicates();
    }
}
