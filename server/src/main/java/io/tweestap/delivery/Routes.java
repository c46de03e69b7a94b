package io.tweestap.delivery;

import io.tweestap.shared.Channel;
import java.util.Collection;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/// Which carrier serves which channel: of those that are there at the moment, the one with the
/// lowest rank, and of equal ones the first by name.
@Component
class Routes {
  private static final Comparator<Carrier> BEST_FIRST =
      Comparator.comparingInt(Carrier::rank).thenComparing(Carrier::name);

  private final List<Carrier> fixed;
  private final List<CarrierSource> sources;

  Routes(ObjectProvider<Carrier> fixed, ObjectProvider<CarrierSource> sources) {
    this.fixed = fixed.stream().toList();
    this.sources = sources.stream().toList();
  }

  Optional<Carrier> carrierFor(Channel channel) {
    return all().filter(carrier -> carrier.channels().contains(channel)).min(BEST_FIRST);
  }

  /// Those that serve at least one channel.
  Collection<Carrier> carriers() {
    return EnumSet.allOf(Channel.class).stream()
        .flatMap(channel -> carrierFor(channel).stream())
        .collect(Collectors.toUnmodifiableSet());
  }

  Set<Channel> channelsOf(Carrier carrier) {
    return carrier.channels().stream()
        .filter(channel -> carrierFor(channel).filter(carrier::equals).isPresent())
        .collect(Collectors.toUnmodifiableSet());
  }

  private Stream<Carrier> all() {
    return Stream.concat(
        fixed.stream(), sources.stream().flatMap(source -> source.carriers().stream()));
  }
}
