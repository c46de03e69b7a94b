package io.tweestap.delivery.learn.web;

import io.tweestap.delivery.learn.LearningReport;
import io.tweestap.tenant.RequiresScope;
import io.tweestap.tenant.Scope;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/// `/v1/routes/learning`: which carriers bring codes to people, for whoever runs the installation.
@RestController
@RequestMapping("/v1/routes/learning")
class LearningController {
  private final LearningReport report;

  LearningController(LearningReport report) {
    this.report = report;
  }

  @GetMapping
  @RequiresScope(Scope.LINKS_READ)
  LearningView get() {
    return LearningView.of(report);
  }
}
