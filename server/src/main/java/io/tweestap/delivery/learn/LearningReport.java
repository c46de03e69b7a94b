package io.tweestap.delivery.learn;

import io.tweestap.delivery.learn.Conversion.Behind;
import io.tweestap.delivery.learn.OutcomeRows.Line;
import io.tweestap.shared.Channel;
import java.time.Clock;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/// What was learned, for whoever runs the installation: it is about the codes of all tenants.
@Component
public class LearningReport {
  private final OutcomeRows rows;
  private final LearningProperties properties;
  private final Clock clock;

  LearningReport(OutcomeRows rows, LearningProperties properties, Clock clock) {
    this.rows = rows;
    this.properties = properties;
    this.clock = clock;
  }

  /// One carrier in one country.
  ///
  /// @param behind the carrier of which so many more codes are typed that this one is asked after
  ///   the others; empty where there is none
  /// @param shadowed of how many codes learning had something to say, since it is remembered
  /// @param agreed how often it would have chosen this carrier too
  public record One(
      Channel channel,
      String country,
      String carrier,
      Counts counts,
      Optional<String> behind,
      long shadowed,
      long agreed) {}

  public LearningMode mode() {
    return properties.mode();
  }

  public boolean lowConversion() {
    return properties.lowConversion();
  }

  public Duration halfLife() {
    return properties.halfLife();
  }

  /// What is in the database now, by channel, country and carrier.
  public List<One> now() {
    Map<Experience.Key, List<Line>> places =
        rows.lines(clock.instant(), properties.halfLife()).stream()
            .collect(
                Collectors.groupingBy(
                    line -> new Experience.Key(line.channel(), line.country()),
                    LinkedHashMap::new,
                    Collectors.toList()));
    return places.values().stream().flatMap(lines -> judged(lines).stream()).toList();
  }

  private static List<One> judged(List<Line> lines) {
    Map<String, Counts> counts =
        lines.stream().collect(Collectors.toMap(Line::carrier, Line::counts));
    List<Behind> behind = Conversion.behind(List.copyOf(counts.keySet()), counts);
    return lines.stream()
        .map(line ->
            new One(
                line.channel(),
                line.country(),
                line.carrier(),
                line.counts(),
                behind.stream()
                    .filter(one -> one.carrier().equals(line.carrier()))
                    .map(Behind::best)
                    .findFirst(),
                line.shadowed(),
                line.agreed()))
        .toList();
  }
}
