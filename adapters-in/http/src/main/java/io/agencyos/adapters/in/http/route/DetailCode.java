package io.agencyos.adapters.in.http.route;

import io.agencyos.domain.outreach.gate.GateCode;
import io.agencyos.domain.outreach.gate.GateReason;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * A code of an entry of {@code errors} or {@code reasons}; every one that is answered stands here. Source: api 1.3.
 *
 * @param title what it says
 * @param advice what to do
 */
public record DetailCode(String code, String title, String advice) {

    private static final Map<String, DetailCode> ALL = Stream.concat(lines(), gates())
            .collect(Collectors.toUnmodifiableMap(DetailCode::code, Function.identity(), (written, gate) -> written));

    /** The one of this word; a gate's code with a detail behind it, such as a suppression's reason, is the gate's. */
    public static Optional<DetailCode> find(String word) {
        DetailCode known = ALL.get(word);
        return known != null ? Optional.of(known) : GateCode.parse(word).map(DetailCode::of);
    }

    private static DetailCode of(GateCode code) {
        return of(code.wire(), code.whatToDo());
    }

    private static DetailCode of(String word, String advice) {
        String words = word.replace('_', ' ');
        return new DetailCode(word, Character.toUpperCase(words.charAt(0)) + words.substring(1) + ".", advice);
    }

    private static Stream<DetailCode> gates() {
        return Arrays.stream(GateReason.values()).map(reason -> of(reason.wire(), reason.whatToDo()));
    }

    private static Stream<DetailCode> lines() {
        try (InputStream in = DetailCode.class.getResourceAsStream("detail-codes.txt")) {
            if (in == null) {
                throw new IllegalStateException("detail-codes.txt is not in the jar");
            }
            return new String(in.readAllBytes(), StandardCharsets.UTF_8)
                            .lines()
                            .filter(line -> !line.isBlank() && !line.startsWith("#"))
                            .map(line -> line.split(" \\| ", 3))
                            .map(parts -> new DetailCode(parts[0], parts[1], parts[2]))
                            .toList()
                            .stream();
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}
