package nines.format;

import java.util.Locale;

/** The documents' spelling of Java names: {@code downtimePerYear} is {@code downtime-per-year}. */
final class KebabCase {
    private KebabCase() {}

    static String of(String camelCase) {
        StringBuilder text = new StringBuilder();
        for (int i = 0; i < camelCase.length(); i++) {
            char letter = camelCase.charAt(i);
            if (Character.isUpperCase(letter)) {
                text.append('-').append(Character.toLowerCase(letter));
            } else {
                text.append(letter);
            }
        }
        return text.toString();
    }

    static String of(Enum<?> constant) {
        return constant.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
