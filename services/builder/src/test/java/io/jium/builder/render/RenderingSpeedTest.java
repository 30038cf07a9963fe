package io.jium.builder.render;

import static org.assertj.core.api.Assertions.assertThat;

import io.jium.builder.project.ProjectParser;
import io.jium.builder.project.Projects;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

/**
 * Guards the order of growth and not the clock of the machine: the limit is some twenty times what
 * is usual.
 */
class RenderingSpeedTest {

    @Test
    void readsAndPrintsAnOrdinaryPageInMilliseconds() {
        var bytes = page(150_000);
        assertThat(bytes.length).isGreaterThan(149_000);
        long best = Long.MAX_VALUE;
        for (int round = 0; round < 60; round++) {
            long start = System.nanoTime();
            var page = PageRenderer.render(Projects.accepted(ProjectParser.parse(bytes)));
            best = Math.min(best, System.nanoTime() - start);
            assertThat(page.body()).isNotEmpty();
        }
        System.out.println("150 KB parsed and rendered in " + best / 1_000 + " µs");
        assertThat(best).isLessThan(100_000_000);
    }

    private static byte[] page(int size) {
        var components = new StringBuilder("[");
        var styles = new StringBuilder("[");
        for (int index = 0; components.length() + styles.length() < size; index++) {
            var comma = index == 0 ? "" : ",";
            components
                    .append(comma)
                    .append(
                            """
                            {'tagName':'section','classes':['row','c%1$d'],'attributes':{'id':'i%1$d','data-gjs':'x'},'components':[
                            {'tagName':'h2','type':'text','components':[{'type':'textnode','content':'제목 %1$d 안녕하세요'}]},
                            {'type':'image','resizable':{'ratioDefault':1},'attributes':{'src':'/builder/files/abc/%1$d.png','alt':'그림'}}]}\
                            """
                                    .formatted(index));
            styles.append(comma)
                    .append(
                            """
                            {'selectors':['c%1$d'],'style':{'padding':'10px 20px','background-image':'url(/a%1$d.png)','color':'rgba(1,2,3,.5)'}},
                            {'selectors':['#i%1$d'],'style':{'margin':'0 auto'},'mediaText':'(max-width: 480px)','atRuleType':'media'}\
                            """
                                    .formatted(index));
        }
        return Projects.with(components.append(']').toString(), styles.append(']').toString())
                .getBytes(StandardCharsets.UTF_8);
    }
}
