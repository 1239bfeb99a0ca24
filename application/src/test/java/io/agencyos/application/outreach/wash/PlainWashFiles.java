package io.agencyos.application.outreach.wash;

import io.agencyos.domain.outreach.PhoneWash;
import io.agencyos.domain.outreach.PhoneWash.Answer;
import io.agencyos.domain.shared.contact.PhoneNumber;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Files as plain as can be: the number as it is, a comma, and Y, N or I. */
public final class PlainWashFiles implements WashFiles {

    private static final Map<String, Answer> ANSWERS =
            Map.of("Y", Answer.LISTED, "N", Answer.CLEAN, "I", Answer.INVALID);

    @Override
    public List<String> lines(Collection<PhoneNumber> numbers) {
        return numbers.stream()
                .filter(PhoneWash::isWashable)
                .map(PhoneNumber::e164)
                .toList();
    }

    @Override
    public Map<PhoneNumber, Answer> read(List<String> lines) {
        Map<PhoneNumber, Answer> answers = new HashMap<>();
        lines.stream()
                .map(line -> line.split(","))
                .filter(fields -> fields.length == 2 && ANSWERS.containsKey(fields[1]))
                .forEach(fields -> answers.put(new PhoneNumber(fields[0]), ANSWERS.get(fields[1])));
        return answers;
    }
}
