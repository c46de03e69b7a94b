package io.tweestap.delivery.courier;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class BulkFloorTest {
  @Test
  void nothingIsDueBeforeAnythingWasSent() {
    BulkFloor floor = new BulkFloor();
    assertThat(floor.due()).isZero();
    floor.claimed(0);
    assertThat(floor.due()).isZero();
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 3, 20, 64, 100})
  void bulkGetsATwentiethWhateverTheSizeOfBatches(int batch) {
    BulkFloor floor = new BulkFloor();
    int bulk = 0;
    int all = 0;
    while (all < 10_000) {
      bulk += Math.min(batch, floor.due());
      floor.claimed(batch);
      all += batch;
    }
    assertThat(bulk * 20).isBetween(all - 20 * batch - 20, all);
  }

  @Test
  void turnsAreNotSavedUpWhileThereIsNoBulk() {
    BulkFloor floor = new BulkFloor();
    for (int i = 0; i < 100; i++) {
      floor.claimed(20);
    }
    assertThat(floor.due()).isEqualTo(1);
  }
}
