package io.tweestap.bench;

import java.io.IOException;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/// Sends one request after the other over one connection, and insists on the right answer.
final class ApiWorker implements Load.Worker {
  private final HttpConnection connection;
  private final int status;
  private final Supplier<byte @Nullable []> next;

  private ApiWorker(HttpConnection connection, int status, Supplier<byte @Nullable []> next) {
    this.connection = connection;
    this.status = status;
    this.next = next;
  }

  /// @param status what every answer must have
  /// @param next the next request; null when there is none left
  static ApiWorker of(int port, int status, Supplier<byte @Nullable []> next) {
    return new ApiWorker(new HttpConnection(port), status, next);
  }

  @Override
  public int once() throws IOException {
    byte[] request = next.get();
    if (request == null) {
      return 0;
    }
    HttpConnection.Answer answer = connection.send(request);
    if (answer.status() != status) {
      throw new IllegalStateException("answer " + answer.status() + ": " + answer.body());
    }
    return 1;
  }

  @Override
  public void close() {
    connection.close();
  }
}
