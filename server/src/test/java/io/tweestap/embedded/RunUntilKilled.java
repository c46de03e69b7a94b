package io.tweestap.embedded;

import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.concurrent.CountDownLatch;

/// A server that writes one row, says so and waits to be killed.
final class RunUntilKilled {
  private RunUntilKilled() {}

  public static void main(String[] args) throws Exception {
    var postgres = EmbeddedPostgres.start(Path.of(args[0]), new SecureRandom());
    Queries.run(postgres.connection(), "INSERT INTO kept VALUES (2)");
    System.out.println("acknowledged");
    new CountDownLatch(1).await();
  }
}
