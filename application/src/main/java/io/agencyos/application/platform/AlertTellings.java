package io.agencyos.application.platform;

import io.agencyos.domain.platform.AlertNews;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.jmolecules.architecture.hexagonal.SecondaryPort;

/** What was told of alerts to those who are to hear of them without asking. Needs an open platform unit of work. Source: api 9.17. */
@SecondaryPort
public interface AlertTellings {

    /**
     * What this way has not told yet, the oldest alert first: open warnings that nobody has seen and that it has not told; critical ones that it
     * has not told as such; and what it told and is over now. What is only for information is never told.
     */
    List<AlertNews> due(AlertNews.Way way, int limit);

    /** When this way told something last. */
    Optional<Instant> last(AlertNews.Way way);

    /** It was told. */
    void told(AlertNews.Way way, Collection<AlertNews> news, Instant at);
}
