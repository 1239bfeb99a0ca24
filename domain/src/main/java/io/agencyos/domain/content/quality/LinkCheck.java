package io.agencyos.domain.content.quality;

import io.agencyos.domain.content.Links;
import io.agencyos.domain.content.MessageText;
import io.agencyos.domain.content.TextField;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** A link leads only to a host that is allowed, or below it. Source: content 3.8, link_not_allowed. */
final class LinkCheck {

    private LinkCheck() {}

    static List<Finding> findings(MessageText message, QualityContext context) {
        var found = new ArrayList<Finding>();
        for (TextField field : message.form().fields()) {
            Links.in(message.text(field)).stream()
                    .filter(link -> !isAllowed(Links.host(link), context.allowedHosts()))
                    .forEach(link -> found.add(Finding.error("link_not_allowed", field.wire(), link)));
        }
        return found;
    }

    private static boolean isAllowed(String host, Set<String> allowed) {
        return allowed.stream().anyMatch(domain -> host.equals(domain) || host.endsWith("." + domain));
    }
}
