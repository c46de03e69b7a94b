package io.tweestap.client.http;

import io.tweestap.client.TweestapUnavailable;
import java.io.IOException;
import java.io.InputStream;
import java.net.ConnectException;
import java.net.http.HttpClient;
import java.net.http.HttpConnectTimeoutException;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpTimeoutException;
import java.time.Duration;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/// Sends a request, and again where that is safe: when it cannot have arrived, or when doing it
/// twice does no more than doing it once. An answer that took too long is not waited for again.
final class Sender implements AutoCloseable {
  private static final Set<Integer> PASSING = Set.of(429, 502, 503, 504);
  private static final Duration FIRST_WAIT = Duration.ofMillis(100);

  private final HttpClient client;
  private final Limits limits;
  private final Surroundings around;
  private final Semaphore places;
  private final CountDownLatch closed = new CountDownLatch(1);

  Sender(HttpClient client, Limits limits, Surroundings around) {
    this.client = client;
    this.limits = limits;
    this.around = around;
    this.places = new Semaphore(limits.atOnce());
  }

  /// @param time for one answer, all of it
  /// @throws TweestapUnavailable when no answer came
  <T> HttpResponse<T> send(
      HttpRequest request, boolean repeatable, Duration time, HttpResponse.BodyHandler<T> body) {
    for (int attempt = 1; ; attempt++) {
      try {
        HttpResponse<T> response = once(request, time, body);
        Optional<Duration> wait = waitAfter(response, repeatable, attempt);
        if (wait.isEmpty()) {
          return response;
        }
        drop(response);
        pause(wait.get());
      } catch (IOException e) {
        if (attempt >= limits.attempts() || !safe(e, repeatable)) {
          throw new TweestapUnavailable(
              "no answer to " + request.method() + " " + request.uri().getHost() + ": " + said(e),
              e);
        }
        pause(usualWait(attempt));
      }
    }
  }

  private <T> HttpResponse<T> once(
      HttpRequest request, Duration time, HttpResponse.BodyHandler<T> body) throws IOException {
    try {
      if (!places.tryAcquire(limits.connectTimeout().toNanos(), TimeUnit.NANOSECONDS)) {
        throw new TweestapUnavailable("too many requests are under way", null);
      }
      try {
        return await(client.sendAsync(request, body), time);
      } finally {
        places.release();
      }
    } catch (InterruptedException e) {
      throw interrupted(e);
    }
  }

  /// The client's own timeout ends with the head of an answer; this one is for all of it.
  private static <T> T await(Future<T> answer, Duration time)
      throws IOException, InterruptedException {
    try {
      return answer.get(time.toNanos(), TimeUnit.NANOSECONDS);
    } catch (TimeoutException e) {
      throw new HttpTimeoutException("no answer in " + time.toMillis() + " ms");
    } catch (ExecutionException e) {
      if (e.getCause() instanceof IOException io) {
        throw io;
      }
      throw new TweestapUnavailable("the request failed", e.getCause());
    } finally {
      answer.cancel(true);
    }
  }

  private static boolean safe(IOException e, boolean repeatable) {
    boolean neverArrived =
        e instanceof ConnectException || e instanceof HttpConnectTimeoutException;
    return neverArrived || (repeatable && !(e instanceof HttpTimeoutException));
  }

  /// How long to wait before sending it again; empty when this answer is the one to give.
  private Optional<Duration> waitAfter(HttpResponse<?> response, boolean repeatable, int attempt) {
    if (!repeatable || attempt >= limits.attempts() || !PASSING.contains(response.statusCode())) {
      return Optional.empty();
    }
    Optional<Duration> asked =
        response
            .headers()
            .firstValue("Retry-After")
            .filter(text -> text.matches("\\d{1,9}"))
            .map(text -> Duration.ofSeconds(Long.parseLong(text)));
    if (asked.isEmpty()) {
      // A 429 that does not say how long would only be made worse.
      return response.statusCode() == 429 ? Optional.empty() : Optional.of(usualWait(attempt));
    }
    return asked
        .filter(time -> time.compareTo(limits.longestWait()) <= 0)
        .map(time -> time.plus(around.jittered(FIRST_WAIT)));
  }

  private Duration usualWait(int attempt) {
    return around.jittered(FIRST_WAIT.multipliedBy(1L << Math.min(attempt - 1, 10)));
  }

  private void pause(Duration time) {
    try {
      around.pause().await(time, closed);
    } catch (InterruptedException e) {
      throw interrupted(e);
    }
  }

  private static TweestapUnavailable interrupted(InterruptedException e) {
    Thread.currentThread().interrupt();
    return new TweestapUnavailable("interrupted while waiting for an answer", e);
  }

  /// Lets the connection go on to the next request.
  static void drop(HttpResponse<?> response) throws IOException {
    if (response.body() instanceof InputStream open) {
      open.close();
    }
  }

  private static String said(IOException e) {
    return e.getMessage() == null ? e.getClass().getSimpleName() : e.getMessage();
  }

  @Override
  public void close() {
    closed.countDown();
    client.close();
  }
}
