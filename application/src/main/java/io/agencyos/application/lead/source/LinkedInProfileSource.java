package io.agencyos.application.lead.source;

import io.agencyos.domain.shared.Result;
import io.agencyos.domain.shared.VendorFailure;
import io.agencyos.domain.shared.contact.LinkedInUrl;
import io.agencyos.domain.shared.id.ClientId;
import java.net.URI;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jmolecules.architecture.hexagonal.SecondaryPort;
import org.jspecify.annotations.Nullable;

/**
 * What LinkedIn shows a seat of people and companies; looking leaves no trace there. Source: vocabulary (ports), content 1,
 * unipile 4.6.
 */
@SecondaryPort
public interface LinkedInProfileSource {

    /**
     * Something that a person wrote or passed on.
     *
     * @param passedOn whether somebody else wrote it
     */
    record Post(
            String text,
            Optional<Instant> at,
            int reactions,
            int comments,
            int reposts,
            boolean passedOn,
            Optional<URI> address) {}

    /**
     * A person's page.
     *
     * @param ref the network's lasting id
     * @param connections people whom the person is connected with, where that is told
     */
    record PersonPage(String ref, Optional<Integer> connections) {

        @Override
        public String toString() {
            return "PersonPage[" + ref + "]";
        }
    }

    /**
     * A company's page; everything but the name may be missing.
     *
     * @param ref the network's lasting id
     */
    record CompanyPage(
            String ref,
            String name,
            Optional<String> slug,
            Optional<String> description,
            Optional<Integer> employees,
            Optional<URI> website,
            List<String> industries) {

        public CompanyPage {
            industries = List.copyOf(industries);
        }
    }

    /** Results of a search that LinkedIn shows at most. */
    int MOST_FOUND = 1_000;

    /** What is searched for: words, or a search as LinkedIn's own page has it in its address. */
    sealed interface Query {

        record Words(String keywords) implements Query {}

        record Address(URI page) implements Query {}
    }

    /**
     * Somebody whom a search found; a network that shows too little leaves the rest empty.
     *
     * @param ref the network's lasting id
     */
    record Found(String ref, String name, Optional<String> slug, Optional<String> headline, Optional<String> location) {

        @Override
        public String toString() {
            return "Found[" + ref + "]";
        }
    }

    /**
     * Part of what was found.
     *
     * @param total how many there are in all, as far as it is told; never more than {@link #MOST_FOUND} are shown
     * @param next where the next part begins, empty at the end
     */
    record FoundPage(List<Found> people, Optional<Integer> total, Optional<String> next) {

        public FoundPage {
            people = List.copyOf(people);
        }
    }

    /**
     * People as LinkedIn's search shows them to the seat.
     *
     * @param from where a part before this one said that it goes on, null for the first
     * @param most one to 100
     */
    Result<FoundPage, VendorFailure> search(ClientId client, String seat, Query query, @Nullable String from, int most);

    /** A person's page, which costs nothing more where their posts were asked for just now; {@code NotFound} for one that is nobody's. */
    Result<PersonPage, VendorFailure> person(ClientId client, String seat, LinkedInUrl person);

    /** The newest posts of a person, at most this many; {@code NotFound} for a page that is nobody's. */
    Result<List<Post>, VendorFailure> posts(ClientId client, String seat, LinkedInUrl person, int most);

    /**
     * The newest posts of a company, at most this many.
     *
     * @param company the network's lasting id, as its page tells it
     */
    Result<List<Post>, VendorFailure> companyPosts(ClientId client, String seat, String company, int most);

    Result<CompanyPage, VendorFailure> company(ClientId client, String seat, LinkedInUrl company);
}
