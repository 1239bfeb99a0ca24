package io.agencyos.adapters.out.sandbox.world;

import java.net.URI;
import java.util.List;
import java.util.Optional;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/** The opt-out link of the product in a message: any link whose path holds /u/ followed by a token. */
public final class OptOutLink {

    private static final Pattern PATTERN = Pattern.compile("https?://[^\\s\"'<>]+/u/[^\\s\"'<>]+");
    private static final List<String> THIS_MACHINE = List.of("localhost", "127.0.0.1", "[::1]");

    private OptOutLink() {}

    static boolean isOne(String url) {
        return PATTERN.matcher(url).matches();
    }

    /** The link in a body, only if it leads to this machine: the sandbox never calls out into the world. */
    public static Optional<String> in(String body) {
        return PATTERN.matcher(body)
                .results()
                .map(MatchResult::group)
                .filter(url -> THIS_MACHINE.contains(URI.create(url).getHost()))
                .findFirst();
    }
}
