package nines.model;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.reflect.RecordComponent;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** Every key of the language says what it is: its annotations are all that reader, schema and page know. */
class LanguageTest {

    @Test
    void everyKeyHasOneLineOfMeaning() {
        List<String> silent = new ArrayList<>();
        for (Class<?> block : blocks()) {
            for (RecordComponent component : block.getRecordComponents()) {
                Key key = component.getAnnotation(Key.class);
                if (key != null && (key.says().isBlank() || key.says().contains("\n"))) {
                    silent.add(block.getSimpleName() + "." + component.getName());
                }
            }
        }
        assertThat(silent).isEmpty();
    }

    @Test
    void everyKindAndVerbHasItsWordOnce() {
        assertThat(Arrays.stream(Component.class.getPermittedSubclasses())
                        .map(kind -> kind.getAnnotation(Kind.class).name()))
                .doesNotHaveDuplicates()
                .hasSize(24)
                .allMatch(word -> word.matches("[a-z-]+"));
        for (Class<?> verb : Verb.class.getPermittedSubclasses()) {
            String word = verb.getAnnotation(Verb.Word.class).value();
            assertThat(verb.getRecordComponents()[0].getName()).isEqualTo(word);
        }
    }

    @Test
    void aShareOfTheInstancesIsRoundedUp() {
        assertThat(new HowMany.Part(0.75).of(4)).isEqualTo(3);
        assertThat(new HowMany.Part(0.75).of(5)).isEqualTo(4);
        assertThat(new HowMany.Part(0.7).of(10)).isEqualTo(7);
        assertThat(new HowMany.Part(0.01).of(3)).isEqualTo(1);
        assertThat(new HowMany.Majority().of(4)).isEqualTo(3);
        assertThat(new HowMany.Majority().of(5)).isEqualTo(3);
        assertThat(new HowMany.Part(0.075).text()).isEqualTo("7.5%");
    }

    /** All records that can be reached from the scenario. */
    private static Set<Class<?>> blocks() {
        Set<Class<?>> seen = new HashSet<>();
        Deque<Class<?>> todo = new ArrayDeque<>(List.of(Scenario.class));
        while (!todo.isEmpty()) {
            Class<?> type = todo.pop();
            if (!type.getName().startsWith("nines.model.") || !seen.add(type)) {
                continue;
            }
            if (type.isSealed()) {
                todo.addAll(List.of(type.getPermittedSubclasses()));
            } else if (type.isRecord()) {
                for (RecordComponent component : type.getRecordComponents()) {
                    todo.add(component.getType());
                    String generic = component.getGenericType().getTypeName();
                    for (String name : generic.split("[<>, ]+")) {
                        try {
                            todo.add(Class.forName(name));
                        } catch (ClassNotFoundException e) {
                            assertThat(name).as("a primitive type").doesNotContain(".");
                        }
                    }
                }
            }
        }
        seen.removeIf(type -> !type.isRecord());
        return seen;
    }
}
