/// The REST endpoints of links to operators.
@NullMarked
package io.tweestap.delivery.smpp.web;

import org.jspecify.annotations.NullMarked;
