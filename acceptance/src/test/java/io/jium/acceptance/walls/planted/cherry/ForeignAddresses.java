package io.jium.acceptance.walls.planted.cherry;

import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RestController;

@RestController
class ForeignAddresses {

    @GetMapping("/plums/stolen")
    void stolen() {}

    @PutMapping("/cherryish")
    void nearly() {}

    @GetMapping("/cherry/own")
    void own() {}
}
