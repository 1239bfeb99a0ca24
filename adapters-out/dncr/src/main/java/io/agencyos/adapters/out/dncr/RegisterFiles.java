package io.agencyos.adapters.out.dncr;

import io.agencyos.application.outreach.wash.WashFiles;
import io.agencyos.domain.outreach.PhoneWash.Answer;
import io.agencyos.domain.shared.contact.PhoneNumber;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** The register's files: a number a line out, number and {@code Y}, {@code N} or {@code I} back. Source: vendors/dncr 1, 3, 5. */
public final class RegisterFiles implements WashFiles {

    private static final String SEPARATORS = "[,;\\t]";

    @Override
    public List<String> lines(Collection<PhoneNumber> numbers) {
        return numbers.stream()
                .flatMap(number -> RegisterNumber.of(number).stream())
                .toList();
    }

    @Override
    public Map<PhoneNumber, Answer> read(List<String> lines) {
        Map<PhoneNumber, Answer> answers = new HashMap<>();
        for (String line : lines) {
            String[] fields = line.replace("\"", "").split(SEPARATORS);
            if (fields.length >= 2) {
                answer(fields[1])
                        .ifPresent(answer -> RegisterNumber.parse(fields[0].strip())
                                .ifPresent(number -> answers.put(number, answer)));
            }
        }
        return answers;
    }

    private static Optional<Answer> answer(String written) {
        return switch (written.strip().toUpperCase(Locale.ROOT)) {
            case "Y" -> Optional.of(Answer.LISTED);
            case "N" -> Optional.of(Answer.CLEAN);
            case "I" -> Optional.of(Answer.INVALID);
            default -> Optional.empty();
        };
    }
}
