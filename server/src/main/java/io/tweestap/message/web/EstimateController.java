package io.tweestap.message.web;

import io.tweestap.message.Estimate;
import io.tweestap.tenant.RequiresScope;
import io.tweestap.tenant.Scope;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/// `/v1/messages/estimate`: what a text comes to before it is sent. Nothing is kept.
@RestController
@RequestMapping("/v1/messages/estimate")
class EstimateController {
  @PostMapping
  @RequiresScope(Scope.MESSAGES_READ)
  EstimateView estimate(@RequestBody EstimateBody body) {
    return EstimateView.of(Estimate.of(body.readText()));
  }
}
