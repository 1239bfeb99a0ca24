package io.agencyos.application.outreach.engine;

import io.agencyos.domain.outreach.touch.Touch;
import io.agencyos.domain.shared.Channel;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiFunction;

/** The outlets of an installation, one for every channel: a channel that nothing leaves by has one without senders. */
public final class Outlets {

    private final Map<Channel, Outlet> byChannel = new EnumMap<>(Channel.class);

    public Outlets(Collection<Outlet> installed) {
        Arrays.stream(Channel.values()).forEach(channel -> byChannel.put(channel, new NoOutlet(channel)));
        installed.forEach(outlet -> byChannel.put(outlet.channel(), outlet));
    }

    public Outlet of(Channel channel) {
        return Optional.ofNullable(byChannel.get(channel)).orElseThrow();
    }

    public Outlet of(Touch touch) {
        return of(touch.kind().channel());
    }

    Collection<Outlet> all() {
        return byChannel.values();
    }

    /** What each channel of a batch makes of its own touches: asked once for each channel that is there. */
    public <T> Map<Channel, T> each(List<TouchCase> cases, BiFunction<Outlet, List<TouchCase>, T> asked) {
        Map<Channel, List<TouchCase>> byKind = new LinkedHashMap<>();
        cases.forEach(one -> byKind.computeIfAbsent(one.touch().kind().channel(), channel -> new ArrayList<>())
                .add(one));
        Map<Channel, T> answers = new EnumMap<>(Channel.class);
        byKind.forEach((channel, own) -> answers.put(channel, asked.apply(of(channel), own)));
        return answers;
    }
}
