package pdfium

import (
	"context"
	"fmt"
	"os"
	"path/filepath"
	"runtime"
	"strings"
	"sync"

	"github.com/tetratelabs/wazero"
	"github.com/tetratelabs/wazero/api"
	"github.com/tetratelabs/wazero/imports/emscripten"
	"github.com/tetratelabs/wazero/imports/wasi_snapshot_preview1"
)

// instance is the engine with memory of its own. It is used by one goroutine at a time.
type instance struct {
	module    api.Module
	functions map[string]api.Function
	scratch   uint64 // some bytes of its memory for what calls give back
	stack     [8]uint64
	ctx       context.Context // tells the functions that the engine calls whose call it is

	memory sync.Mutex // held while memory grows or the engine is told to stop
	cause  error      // why it was told to stop
}

const (
	scratchSize = 64
	// memoryLimit bounds what one file can make the engine take, in pages of 64 kB.
	memoryLimit = 1 << 30 / pageSize
	pageSize    = 64 << 10
	// keptMemory is how much memory an instance may have grown to and be used again;
	// its memory never shrinks.
	keptMemory = 192 << 20
)

// engine is the compiled program, made once when the first PDF is met.
type engine struct {
	runtime wazero.Runtime
	code    wazero.CompiledModule
	err     error
}

var (
	start   sync.Once
	shared  engine
	idle    sync.Mutex
	resting []*instance
)

// take gives an instance that nobody uses, a new one if there is none.
func take() (*instance, error) {
	start.Do(func() { shared = compile() })
	if shared.err != nil {
		return nil, shared.err
	}
	idle.Lock()
	if n := len(resting); n > 0 {
		at := resting[n-1]
		resting = resting[:n-1]
		idle.Unlock()
		return at, nil
	}
	idle.Unlock()
	return shared.instance(context.Background())
}

// give puts an instance back, or closes one that failed or grew too large.
func give(at *instance, failed bool) {
	idle.Lock()
	if !failed && len(resting) < runtime.NumCPU() && at.module.Memory().Size() <= keptMemory {
		resting = append(resting, at)
		idle.Unlock()
		return
	}
	idle.Unlock()
	at.module.Close(context.Background())
}

// compile makes machine code of the engine, or takes it from the cache folder of the
// user, where the first run of a version leaves it.
func compile() engine {
	program, err := embedded.ReadFile("wasm/pdfium.wasm")
	if err != nil {
		return engine{err: ErrAbsent}
	}
	if program, err = guarded(program); err != nil {
		return engine{err: fmt.Errorf("prepare the PDF engine: %w", err)}
	}
	ctx := context.Background()
	config := wazero.NewRuntimeConfig().WithMemoryLimitPages(memoryLimit)
	if dir, err := os.UserCacheDir(); err == nil {
		// Without a cache it is compiled every time: slower, not worse.
		if cache, err := wazero.NewCompilationCacheWithDir(filepath.Join(dir, "chancery", "pdfium")); err == nil {
			config = config.WithCompilationCache(cache)
		}
	}
	e := engine{runtime: wazero.NewRuntimeWithConfig(ctx, config)}
	if _, err := wasi_snapshot_preview1.Instantiate(ctx, e.runtime); err != nil {
		return engine{err: fmt.Errorf("start the PDF engine: %w", err)}
	}
	if e.code, err = e.runtime.CompileModule(ctx, program); err != nil {
		return engine{err: fmt.Errorf("compile the PDF engine: %w", err)}
	}
	if err := e.imports(ctx); err != nil {
		return engine{err: fmt.Errorf("start the PDF engine: %w", err)}
	}
	return e
}

// imports gives the engine what it expects of its surroundings: memory that grows,
// a clock that stands still, and "no" to everything that would reach outside.
func (e engine) imports(ctx context.Context) error {
	builder := e.runtime.NewHostModuleBuilder("env")
	jumps, err := emscripten.NewFunctionExporterForModule(e.code)
	if err != nil {
		return err
	}
	jumps.ExportFunctions(builder)
	done := map[string]bool{"_emscripten_throw_longjmp": true, "emscripten_notify_memory_growth": true}
	for _, f := range e.code.ImportedFunctions() {
		module, name, _ := f.Import()
		if module != "env" || done[name] || strings.HasPrefix(name, "invoke_") {
			continue
		}
		done[name] = true
		builder = builder.NewFunctionBuilder().WithGoModuleFunction(imported(name, len(f.ResultTypes())), f.ParamTypes(), f.ResultTypes()).Export(name)
	}
	_, err = builder.Instantiate(ctx)
	return err
}

func imported(name string, results int) api.GoModuleFunc {
	switch name {
	case "emscripten_resize_heap":
		return func(ctx context.Context, m api.Module, stack []uint64) { stack[0] = resize(ctx, m, uint32(stack[0])) }
	case "_emscripten_memcpy_js":
		return func(_ context.Context, m api.Module, stack []uint64) {
			if from, ok := m.Memory().Read(uint32(stack[1]), uint32(stack[2])); ok {
				m.Memory().Write(uint32(stack[0]), append([]byte(nil), from...))
			}
		}
	case "emscripten_date_now":
		return func(_ context.Context, _ api.Module, stack []uint64) { stack[0] = api.EncodeF64(0) }
	case "_abort_js", "__assert_fail":
		// The runtime turns this into an error of the call that led here.
		return func(context.Context, api.Module, []uint64) { panic(ErrBroken) }
	}
	return func(_ context.Context, _ api.Module, stack []uint64) {
		if results > 0 {
			const refused = 0xffffffff
			stack[0] = refused
		}
	}
}

func newInstance(m api.Module) *instance {
	at := &instance{module: m, functions: map[string]api.Function{}}
	at.ctx = context.WithValue(context.Background(), instanceKey{}, at)
	return at
}

func (e engine) instance(ctx context.Context) (*instance, error) {
	m, err := e.runtime.InstantiateModule(ctx, e.code, wazero.NewModuleConfig().WithName("").WithStartFunctions("_initialize"))
	if err != nil {
		return nil, fmt.Errorf("start the PDF engine: %w", err)
	}
	at := newInstance(m)
	if m.ExportedFunction("__wasm_call_ctors") != nil {
		if _, err := at.call("__wasm_call_ctors"); err != nil {
			return nil, err
		}
	}
	if _, err := at.call("FPDF_InitLibrary"); err != nil {
		return nil, err
	}
	at.scratch, err = at.call("malloc", scratchSize)
	return at, err
}

func firstLine(s string) string {
	line, _, _ := strings.Cut(s, "\n")
	return line
}
