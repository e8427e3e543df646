package datalog

import (
	"slices"
	"strings"
)

// stratum is a set of relations that depend on one another, or a single one, with
// the rules that derive them. Whatever they negate belongs to an earlier stratum.
type stratum struct {
	relations []int
	rules     []int
}

// edge says that the head of a rule depends on a relation of its body.
type edge struct {
	to      int
	negated bool
	at      Position
}

// stratify orders the relations so that each comes after those it depends on; a
// fault for each negation within a circle.
func (c *checker) stratify() {
	edges := make([][]edge, len(c.Relations))
	for _, r := range c.Rules {
		head, ok := c.Program.relations[r.Head.Relation]
		if !ok {
			continue
		}
		for _, l := range r.Body {
			if to, ok := c.Program.relations[l.Atom.Relation]; ok && l.Sort != Compares {
				edges[head] = append(edges[head], edge{to: to, negated: l.Sort == Lacks, at: l.Atom.At})
			}
		}
	}
	group := c.components(edges)
	for from := range edges {
		for _, e := range edges[from] {
			if e.negated && group[from] == group[e.to] {
				c.faults.add(e.at, "break the circle: let "+c.Relations[e.to].Name+" depend on facts that are given, or divide one of its relations in two",
					"%s depends on its own absence: %s", c.Relations[from].Name, c.circle(edges, group, from, e.to))
			}
		}
	}
	for i, r := range c.Rules {
		if head, ok := c.Program.relations[r.Head.Relation]; ok {
			s := &c.strata[group[head]]
			s.rules = append(s.rules, i)
		}
	}
}

// components are the strongly connected ones (Tarjan 1972), which come out with
// those first that others depend on. It gives the stratum of each relation.
func (c *checker) components(edges [][]edge) []int {
	n := len(edges)
	number, low, group := make([]int, n), make([]int, n), make([]int, n)
	onStack := make([]bool, n)
	var stack []int
	count := 0
	var visit func(v int)
	visit = func(v int) {
		count++
		number[v], low[v] = count, count
		stack = append(stack, v)
		onStack[v] = true
		for _, e := range edges[v] {
			if number[e.to] == 0 {
				visit(e.to)
				low[v] = min(low[v], low[e.to])
			} else if onStack[e.to] {
				low[v] = min(low[v], number[e.to])
			}
		}
		if low[v] != number[v] {
			return
		}
		at := slices.Index(stack, v)
		members := slices.Clone(stack[at:])
		stack = stack[:at]
		for _, m := range members {
			onStack[m] = false
			group[m] = len(c.strata)
		}
		slices.Sort(members)
		c.strata = append(c.strata, stratum{relations: members})
	}
	for v := range n {
		if number[v] == 0 {
			visit(v)
		}
	}
	return group
}

// circle tells the shortest way from a relation over one that it negates back to it.
func (c *checker) circle(edges [][]edge, group []int, from, to int) string {
	came := map[int]int{to: to}
	for queue := []int{to}; len(queue) > 0; queue = queue[1:] {
		for _, e := range edges[queue[0]] {
			if _, seen := came[e.to]; !seen && group[e.to] == group[from] {
				came[e.to] = queue[0]
				queue = append(queue, e.to)
			}
		}
	}
	var way []string
	for v := from; v != to; v = came[v] {
		way = append(way, c.Relations[v].Name)
	}
	way = append(way, c.Relations[to].Name)
	slices.Reverse(way)
	return c.Relations[from].Name + " - not " + strings.Join(way, " - ")
}
