package main

import (
	"bufio"
	"context"
	"fmt"
	"strings"

	"github.com/spf13/cobra"

	"example.org/chancery/answer"
	"example.org/chancery/register"
	"example.org/chancery/review"
)

func (m *Main) reviewCommand() *cobra.Command {
	var form string
	var most int
	var ask bool
	c := &cobra.Command{
		Use:   "review",
		Short: "List what wants your eye, most valuable first, and take your decisions",
		Long: `List what wants a person's eye, the questions first on which most claims hang: names
that could not be decided, entries that may be one, names tied to an entry on little
evidence, decisions that nothing answers to any more.

With --ask the questions come one by one and answers are read from standard input: a
word that is offered, with a reason behind it if you like; an empty line passes on; q
ends. Answers are decisions of the register, with your name.`,
		Example: examples("chancery review", "the twenty most valuable questions",
			"chancery review answer q3f2a91b same --why \"same title and year\"", "answer one",
			"chancery review --ask", "answer them one by one"),
		Args: cobra.NoArgs,
		RunE: m.do(func(ctx context.Context, _ []string) error {
			v, s, err := m.view(ctx, 0)
			if err != nil {
				return err
			}
			defer s.Close()
			all := review.Questions(v)
			if ask {
				return m.askQuestions(ctx, s, all)
			}
			return questionListing(all, most).write(m.Stdout, form)
		}),
	}
	formatFlag(c, &form, "table", "json", "jsonl", "csv")
	c.Flags().IntVar(&most, "most", 20, "list at most `N` questions; 0 for all")
	c.Flags().BoolVar(&ask, "ask", false, "ask one by one and read the answers from standard input")
	c.AddCommand(m.reviewAnswerCommand())
	return c
}

func questionListing(all []review.Question, most int) *listing {
	l := &listing{columns: []string{"question", "value", "asks", "answers", "why"}, none: "nothing wants a person's eye"}
	for n, q := range all {
		if most > 0 && n == most {
			break
		}
		var says []string
		for _, a := range q.Answers {
			says = append(says, a.Say)
		}
		l.add(q, q.ID, fmt.Sprint(q.Value), answer.Shown(q.Asks), strings.Join(says, ", "), answer.Shown(strings.Join(q.Why, "; ")))
	}
	return l
}

func (m *Main) reviewAnswerCommand() *cobra.Command {
	var why string
	c := &cobra.Command{
		Use:     "answer QUESTION ANSWER --why REASON",
		Short:   "Answer one question of the list",
		Long:    "Answer one question of the list with one of the words that it offers. The beginning of the question's id will do.",
		Example: examples("chancery review answer q3f2a91b none --why \"another treaty of that name\"", "it is none of the candidates"),
		Args:    cobra.ExactArgs(2),
		RunE: m.do(func(ctx context.Context, args []string) error {
			v, s, err := m.deciding(ctx, why)
			if err != nil {
				return err
			}
			defer s.Close()
			q, err := review.Find(review.Questions(v), args[0])
			if err != nil {
				return err
			}
			a, err := q.Answer(args[1])
			if err != nil {
				return err
			}
			return m.record(ctx, s, a, why)
		}),
	}
	c.Flags().StringVar(&why, "why", "", "your `REASON`")
	return c
}

// record records the decisions of an answer, each on the register as it is then.
func (m *Main) record(ctx context.Context, s register.Store, a review.Answer, why string) error {
	for _, d := range append([]register.Decision{a.Decision}, a.Further...) {
		v, err := register.At(ctx, s, 0)
		if err != nil {
			return err
		}
		d.Why = why
		rec, err := register.Decide(ctx, s, v, m.who(), d)
		if err != nil {
			return err
		}
		fmt.Fprintf(m.Stdout, "recorded as %d: %s\n", rec.Seq, decisionSays(d))
	}
	return nil
}

// decisionSays is a decision on one line.
func decisionSays(d register.Decision) string {
	var about []string
	for _, e := range d.Entries {
		about = append(about, string(e))
	}
	switch {
	case d.Act == register.Split && len(d.Claims) > 0:
		return fmt.Sprintf("%d claims taken from %s to %s", len(d.Claims), d.Entries[0], d.Entries[1])
	case d.Act == register.Split:
		return strings.Join(about, " and ") + " are not one"
	case d.Act == register.Join:
		return strings.Join(about[1:], " and ") + " joined to " + about[0]
	}
	return fmt.Sprintf("%s %s", d.Act, d.Claims[0])
}

// askQuestions asks one by one until standard input or the questions end.
func (m *Main) askQuestions(ctx context.Context, s register.Store, all []review.Question) error {
	in := bufio.NewScanner(m.Stdin)
	for n, q := range all {
		if len(q.Answers) == 0 {
			continue
		}
		fmt.Fprintf(m.Stdout, "%d of %d  %s  %s\n", n+1, len(all), q.ID, answer.Shown(q.Asks))
		for _, w := range q.Why {
			fmt.Fprintf(m.Stdout, "    because: %s\n", answer.Shown(w))
		}
		for _, a := range q.Answers {
			fmt.Fprintf(m.Stdout, "    %s — %s\n", a.Say, answer.Shown(a.Means))
		}
		done, err := m.takeAnswer(ctx, s, in, q)
		if err != nil || done {
			return err
		}
	}
	return nil
}

// takeAnswer reads lines until one answers the question, passes on, or ends all.
func (m *Main) takeAnswer(ctx context.Context, s register.Store, in *bufio.Scanner, q review.Question) (done bool, err error) {
	for ctx.Err() == nil {
		fmt.Fprint(m.Stdout, "> ")
		if !in.Scan() {
			fmt.Fprintln(m.Stdout)
			return true, in.Err()
		}
		say, why, _ := strings.Cut(strings.TrimSpace(in.Text()), " ")
		switch say {
		case "":
			return false, nil
		case "q":
			return true, nil
		}
		a, err := q.Answer(say)
		if err != nil {
			fmt.Fprintln(m.Stdout, oneLine(err.Error()))
			continue
		}
		if why == "" {
			why = "answered in review"
		}
		return false, m.record(ctx, s, a, why)
	}
	return true, ctx.Err()
}
