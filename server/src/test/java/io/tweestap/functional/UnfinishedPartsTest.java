package io.tweestap.functional;

import static org.assertj.core.api.Assertions.assertThat;

import io.tweestap.delivery.IncomingSms.Received;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/// Ten thousand messages whose other parts never come: a row each, nothing in memory that grows
/// with them, and after the time for it they are kept as what came, and no row is left.
class UnfinishedPartsTest extends InboundScene {
  private static final int MESSAGES = 10_000;
  private static final int AGAIN = 1_000;
  private static final int PARTS = 3;
  private static final int THREADS = 8;

  @Autowired private JdbcClient jdbc;

  @Test
  void tenThousandMessagesThatNeverBecomeWholeLeaveNoRowBehind() throws Exception {
    bringFirstParts(MESSAGES);
    assertThat(rows("inbound_part")).isEqualTo(MESSAGES);
    assertThat(rows("inbound")).isZero();

    bringFirstParts(AGAIN);
    assertThat(rows("inbound_part")).as("the same parts again").isEqualTo(MESSAGES);

    clock.advance(Duration.ofMinutes(11));
    chore("give-up-on-parts");

    assertThat(rows("inbound_part")).isZero();
    assertThat(rows("inbound")).isEqualTo(MESSAGES);
    assertThat(inbox())
        .allSatisfy(one -> {
          assertThat(one.path("complete").asBoolean()).isFalse();
          assertThat(one.path("parts_received").asInt()).isEqualTo(1);
        });
  }

  @Test
  void oneThatCannotBeReadKeepsNoOtherWaiting() throws Exception {
    bringFirstParts(500);
    clock.advance(Duration.ofMillis(1));
    jdbc.sql(
            """
            UPDATE inbound_part
            SET text_sealed = '\\x00'
            WHERE tenant_id = :tenant AND id IN (
              SELECT id
              FROM inbound_part
              WHERE tenant_id = :tenant
              ORDER BY assembly_hash
              LIMIT 300)
            """)
        .param("tenant", tenant.tenant().id().value())
        .update();
    clock.advance(Duration.ofMinutes(11));
    chore("give-up-on-parts");
    assertThat(rows("inbound")).isEqualTo(200);
    assertThat(rows("inbound_part")).as("those that cannot be read").isEqualTo(300);
  }

  private void bringFirstParts(int messages) throws Exception {
    try (ExecutorService threads = Executors.newFixedThreadPool(THREADS)) {
      List<Future<?>> all =
          IntStream.range(0, messages)
              .<Future<?>>mapToObj(i -> threads.submit(() -> bring(firstPart(i))))
              .toList();
      for (Future<?> one : all) {
        one.get();
      }
    }
  }

  /// Handsets draw their references at random, so many people use the same.
  private Received firstPart(int i) {
    Received part = part(i % 256, PARTS, 1, "begin ");
    return new Received(
        part.carrier(),
        part.owner(),
        Optional.empty(),
        "3162%07d".formatted(i),
        part.to(),
        part.dataCoding(),
        part.hasHeader(),
        part.text(),
        part.piece());
  }

  private int rows(String table) {
    String count =
        switch (table) {
          case "inbound" -> "SELECT count(*) FROM inbound WHERE tenant_id = :tenant";
          case "inbound_part" -> "SELECT count(*) FROM inbound_part WHERE tenant_id = :tenant";
          default -> throw new IllegalArgumentException(table);
        };
    return jdbc.sql(count)
        .param("tenant", tenant.tenant().id().value())
        .query(Integer.class)
        .single();
  }
}
