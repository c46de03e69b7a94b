package io.tweestap.risk.jdbc;

import io.tweestap.risk.jdbc.VelocityRows.Asked;
import java.util.List;
import java.util.UUID;

/// One key of what is counted, as a line of a statement's arrays.
record VelocityLine(UUID tenant, String kind, byte[] key, int sent) {
  static List<VelocityLine> of(Asked asked) {
    return asked.messages().entrySet().stream()
        .map(one ->
            new VelocityLine(
                asked.tenant().value(),
                one.getKey().kind().text(),
                one.getKey().bytes(),
                one.getValue()))
        .toList();
  }
}
