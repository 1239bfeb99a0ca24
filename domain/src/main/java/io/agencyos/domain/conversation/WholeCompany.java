package io.agencyos.domain.conversation;

import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * Whether somebody who opts out speaks for all their colleagues. It only offers a person to close the company's domain; by
 * itself it closes nobody else. Source: outreach 19.2.
 */
public final class WholeCompany {

    private static final Pattern ALL_OF_US = Pattern.compile(
            "\\b(all of us|any of us|none of us|(anyone|anybody|everyone|everybody|nobody|no one) (here|at|in|from)"
                    + "|(whole|entire) (company|team|office|firm|organi[sz]ation|department)"
                    + "|all (our|my) (staff|people|colleagues|employees|addresses|emails|e-mails)"
                    + "|(our|the) (whole|entire) domain|our domain)\\b",
            Pattern.CASE_INSENSITIVE);

    private WholeCompany() {}

    /** @param text as it came; what it quotes is ours and is not read */
    public static boolean isMeant(String text) {
        String own = text.lines()
                .takeWhile(line -> !line.strip().endsWith("wrote:"))
                .filter(line -> !line.strip().startsWith(">"))
                .collect(Collectors.joining("\n"));
        return ALL_OF_US.matcher(own).find();
    }
}
