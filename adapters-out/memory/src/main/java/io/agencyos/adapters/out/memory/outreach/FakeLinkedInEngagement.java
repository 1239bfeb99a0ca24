package io.agencyos.adapters.out.memory.outreach;

import io.agencyos.application.outreach.channel.LinkedInEngagement;
import io.agencyos.domain.shared.Result;
import io.agencyos.domain.shared.VendorFailure;
import io.agencyos.domain.shared.VendorFailure.Details;
import io.agencyos.domain.shared.id.ClientId;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** Posts that one seat of one client may react to. */
public final class FakeLinkedInEngagement implements LinkedInEngagement {

    private final ClientId owner;
    private final String seat;
    private final Set<String> reactions = new LinkedHashSet<>();
    private final List<String> comments = new ArrayList<>();

    public FakeLinkedInEngagement(ClientId owner, String seat) {
        this.owner = owner;
        this.seat = seat;
    }

    @Override
    public synchronized Result<Boolean, VendorFailure> react(
            ClientId client, String by, String post, Reaction reaction) {
        if (!isOurs(client, by) || post.isBlank()) {
            return refused("react", "seat or post");
        }
        reactions.add(post + "/" + reaction.wire());
        return Result.ok(true);
    }

    @Override
    public synchronized Result<Boolean, VendorFailure> comment(ClientId client, String by, String post, String text) {
        if (!isOurs(client, by) || post.isBlank() || text.isBlank() || text.length() > LONGEST_COMMENT) {
            return refused("comment", "seat, post or text");
        }
        comments.add(post + "/" + text);
        return Result.ok(true);
    }

    /** What stands under posts now, reactions before comments. */
    public synchronized List<String> shown() {
        List<String> all = new ArrayList<>(reactions);
        all.addAll(comments);
        return List.copyOf(all);
    }

    private boolean isOurs(ClientId client, String by) {
        return client.equals(owner) && by.equals(seat);
    }

    private static Result<Boolean, VendorFailure> refused(String operation, String field) {
        String why = "not for this seat";
        return Result.err(new VendorFailure.Invalid(Details.of("memory", operation, why), field, why));
    }
}
