package io.tweestap.delivery;

import io.tweestap.shared.Channel;
import java.util.Collection;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/// Which carrier serves which channel: of those that can, the one with the lowest rank.
@Component
class Routes {
  private final Map<Channel, Carrier> byChannel = new EnumMap<>(Channel.class);

  Routes(List<Carrier> carriers) {
    carriers.stream()
        .sorted(Comparator.comparingInt(Carrier::rank))
        .forEach(carrier -> carrier.channels().forEach(c -> byChannel.putIfAbsent(c, carrier)));
  }

  Optional<Carrier> carrierFor(Channel channel) {
    return Optional.ofNullable(byChannel.get(channel));
  }

  Collection<Carrier> carriers() {
    return Set.copyOf(byChannel.values());
  }

  Set<Channel> channelsOf(Carrier carrier) {
    return byChannel.entrySet().stream()
        .filter(entry -> entry.getValue() == carrier)
        .map(Map.Entry::getKey)
        .collect(Collectors.toUnmodifiableSet());
  }
}
