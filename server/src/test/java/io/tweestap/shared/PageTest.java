package io.tweestap.shared;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.UUID;
import java.util.function.Function;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PageTest {
  private static final UUID FIRST = new UUID(0x0123456789ab7000L, 0x8000000000000001L);
  private static final UUID SECOND = new UUID(0x0123456789ab7000L, 0xbfffffffffffffffL);
  private static final UUID THIRD = new UUID(-1, -1);

  @Test
  void cursorReadsWhatItWrote() {
    for (UUID id : List.of(FIRST, SECOND, THIRD, new UUID(0, 0))) {
      assertThat(Cursor.read(new Cursor(id).text())).contains(new Cursor(id));
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "abc", "!!!!!!!!!!!!!!!!!!!!!!", "AAAAAAAAAAAAAAAAAAAAAAAA", "é"})
  void anythingElseIsNoCursor(String text) {
    assertThat(Cursor.read(text)).isEmpty();
  }

  @Test
  void oneRowTooManyMeansAnotherPage() {
    Page<UUID> page = Page.of(List.of(FIRST, SECOND, THIRD), 2, Function.identity());
    assertThat(page.data()).containsExactly(FIRST, SECOND);
    assertThat(page.nextCursor()).isEqualTo(new Cursor(SECOND).text());
  }

  @Test
  void lastPageHasNoCursor() {
    assertThat(Page.of(List.of(FIRST, SECOND), 2, Function.identity()).nextCursor()).isNull();
    assertThat(Page.of(List.<UUID>of(), 2, Function.identity()).data()).isEmpty();
  }
}
